/** Paragraphs, put together so that a sentence can be read in the code as it will be read on paper. */
import type { Evaluation } from '../model.ts';
import type { Figure, Paragraph, Part, Quote, ReportCell } from './papers.ts';

/** `` says`共${figure}项。` ``: plain words, and between them figures, quotes and paragraphs. */
export function says(words: TemplateStringsArray, ...between: readonly (Part | Paragraph)[]): Paragraph {
  return joined(words.flatMap((word, index) => [word, ...(index < between.length ? partsOf(between[index]!) : [])]));
}

/** The paragraphs one after the other, with these words between them. */
export function listed(paragraphs: readonly (Part | Paragraph)[], between = ''): Paragraph {
  return joined(paragraphs.flatMap((one, index) => (index === 0 ? partsOf(one) : [between, ...partsOf(one)])));
}

export function textOf(paragraph: Paragraph): string {
  return paragraph
    .map((part) => (typeof part === 'string' ? part : 'figure' in part ? part.figure : part.quote))
    .join('');
}

export function quote(text: string): Quote {
  return { quote: text };
}

/** Quoted, and ending in exactly one full stop. */
export function quotedSentence(text: string): Paragraph {
  return says`${quote(text.replace(/[。；;.\s]+$/, ''))}。`;
}

export function quotedSentences(texts: readonly string[]): Paragraph {
  return listed(texts.map(quotedSentence));
}

/** `田家庵区甲街道甲社区`, as far as it was read. */
export function unitName({ unit }: Evaluation): Paragraph {
  const names = [unit.countyName, unit.street, unit.community].flatMap((name) => (name ? [quote(name)] : []));
  return names.length > 0 ? names : ['（未识别填报单位）'];
}

export function textCell(...text: readonly (Part | Paragraph)[]): ReportCell {
  return { kind: 'text', text: listed(text) };
}

export function numberCell(number: number | null, of: Figure['of']): ReportCell {
  return { kind: 'number', number, of };
}

function partsOf(one: Part | Paragraph): Paragraph {
  return typeof one === 'string' || 'figure' in one || 'quote' in one ? [one] : one;
}

/** Neighbouring words made one, empty parts left out. */
function joined(parts: Paragraph): Paragraph {
  const done: Part[] = [];
  for (const part of parts) {
    const last = done.at(-1);
    if (part === '' || (typeof part !== 'string' && textOf([part]) === '')) continue;
    if (typeof part === 'string' && typeof last === 'string') done[done.length - 1] = last + part;
    else done.push(part);
  }
  return done;
}
