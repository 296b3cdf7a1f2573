/** In the place of a part that could not be fetched any more; without it nothing at all would be shown. */
export const missing = () => ({ default: () => <p role="alert">这一部分没有取到。请检查网络，关闭后重新打开。</p> });
