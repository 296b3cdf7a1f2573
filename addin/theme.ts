import { type Theme, webLightTheme } from '@fluentui/react-components';

export const theme: Theme = {
  ...webLightTheme,
  fontFamilyBase: "'Microsoft YaHei UI', 'Microsoft YaHei', 'PingFang SC', 'Noto Sans CJK SC', sans-serif",
};
