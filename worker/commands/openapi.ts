import { writeFileSync } from 'node:fs';
import { toJsonSchemaDefs } from '@valibot/to-json-schema';
import { ENGINE } from '../../shared/evaluate.ts';
import { health, problem } from '../../shared/wire/answers.ts';
import { maskedCell, packedCell } from '../../shared/wire/cells.ts';
import { evaluation } from '../../shared/wire/evaluations.ts';
import {
  correction,
  evaluationRequest,
  packedSheet,
  packedSnapshot,
  placedCorrection,
  wordCorrection,
} from '../../shared/wire/requests.ts';
import { type ProblemStatus, titles } from '../problems.ts';

/** What the Worker serves as /api/openapi.json; made again by every build, and compared by a test. */
export const openapiFile = 'worker/openapi.json';

export function writeOpenapi(): void {
  writeFileSync(openapiFile, openapiText());
}

export function openapiText(): string {
  return `${JSON.stringify(openapi(), null, 2)}\n`;
}

/** OpenAPI 3.1, whose schemas are those that requests and answers are checked by. */
function openapi(): object {
  return {
    openapi: '3.1.0',
    info: {
      title: '三社联动试点工作簿检查',
      version: ENGINE,
      description:
        '收脱敏后的工作簿快照，返回评估；不保存，不留日志。快照里没有解释的文字须先换成代号（去标识化，不是匿名化）。',
    },
    paths: {
      '/api/health': {
        get: { summary: '状态、引擎版本、不写明时采用的评估依据', responses: { 200: json('Health') } },
      },
      '/api/catalogue': {
        get: {
          summary: '表、字段、代码，各份评估依据，以及一份的指标和规则',
          parameters: [policy],
          responses: { 200: json('Catalogue'), ...problems(400, 422) },
        },
      },
      '/api/template.xlsx': {
        get: {
          summary: '填报表（空表），给没有安装加载项的人',
          parameters: [
            {
              name: 'kind',
              in: 'query',
              required: true,
              description: '城市社区或农村社区',
              schema: { type: 'string', enum: ['urban', 'rural'] },
            },
            policy,
          ],
          responses: {
            200: {
              description: '.xlsx 文件，文件名在 Content-Disposition 里',
              content: { 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': {} },
            },
            ...problems(400, 422),
          },
        },
      },
      '/api/openapi.json': {
        get: {
          summary: '本文档',
          responses: { 200: { description: 'OpenAPI 3.1', content: { 'application/json': { schema: {} } } } },
        },
      },
      '/api/evaluations': {
        post: {
          summary: '评估一个脱敏后的工作簿',
          requestBody: {
            required: true,
            description: '不压缩的 UTF-8 文本，最大 16 MiB，最多一百万个单元格',
            content: content('application/json', 'EvaluationRequest'),
          },
          responses: { 200: json('Evaluation'), ...problems(400, 409, 413, 415, 422, 429, 503) },
        },
      },
    },
    components: { schemas: { ...schemas(), Catalogue: catalogue } },
  };
}

const policy = {
  name: 'policy',
  in: 'query',
  description: '评估依据的编号；不写为第一份',
  schema: { type: 'string' },
};

/** Data of the product itself, which grows with it: only its parts are named. */
const catalogue = {
  type: 'object',
  properties: {
    engine: { type: 'string' },
    ...Object.fromEntries(
      ['tables', 'rules', 'indicators', 'policies', 'targetSets'].map((part) => [
        part,
        { type: 'array', items: { type: 'object', properties: { id: { type: 'string' } }, required: ['id'] } },
      ]),
    ),
  },
  required: ['engine', 'tables', 'rules', 'indicators', 'policies', 'targetSets'],
};

function schemas(): Readonly<Record<string, object>> {
  return toJsonSchemaDefs(
    {
      EvaluationRequest: evaluationRequest,
      PackedSnapshot: packedSnapshot,
      PackedSheet: packedSheet,
      PackedCell: packedCell,
      MaskedCell: maskedCell,
      Correction: correction,
      PlacedCorrection: placedCorrection,
      WordCorrection: wordCorrection,
      Evaluation: evaluation,
      Problem: problem,
      Health: health,
    },
    {
      target: 'draft-2020-12',
      // A list's length is looked at before its items: what it may hold is said last.
      typeMode: 'output',
      // Told by their examples, or in words.
      ignoreActions: ['check', 'partial_check', 'finite'],
      overrideRef: ({ referenceId }) => `#/components/schemas/${referenceId}`,
      // Which of the two it is, is told by `sheet`.
      overrideSchema: ({ valibotSchema }) =>
        valibotSchema === correction ? { anyOf: [ref('PlacedCorrection'), ref('WordCorrection')] } : null,
    },
  );
}

const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });
const content = (type: string, name: string) => ({ [type]: { schema: ref(name) } });
const json = (name: string) => ({ description: '成功', content: content('application/json', name) });

/** Of those and of what every address may answer. Cloudflare Access, where it is put before the service, answers 401 and 403. */
function problems(...statuses: readonly ProblemStatus[]): Readonly<Record<number, object>> {
  return Object.fromEntries(
    [...statuses, 500 as const].map((status) => [
      status,
      {
        description: titles[status],
        ...(status === 429 || status === 503
          ? { headers: { 'Retry-After': { description: '多少秒后再试', schema: { type: 'integer' } } } }
          : {}),
        content: content('application/problem+json', 'Problem'),
      },
    ]),
  );
}
