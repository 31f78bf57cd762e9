import { fieldTypes } from './contract.ts'
import { type Upload, uploadLimit } from './files.ts'
import { readMultipart } from './multipart.ts'
import { ApiRefusal, badRequest } from './refusal.ts'

export interface Asked {
  payload: Record<string, unknown>
  uploads: Map<string, Upload>
}

/** A Bot API call may come as a query, a form, JSON or multipart with `attach://` references. Throws 400 or 413. */
export async function readRequest(method: string, request: Request): Promise<Asked> {
  if (Number(request.headers.get('content-length') ?? 0) > uploadLimit + 1_000_000) throw tooLarge()
  const asked: Asked = { payload: {}, uploads: new Map() }
  for (const [field, value] of new URL(request.url).searchParams) asked.payload[field] = typed(method, field, value)
  const type = request.headers.get('content-type') ?? ''
  if (type.startsWith('application/json')) Object.assign(asked.payload, await readJson(request))
  if (type.startsWith('application/x-www-form-urlencoded')) {
    for (const [field, value] of new URLSearchParams(await request.text())) {
      asked.payload[field] = typed(method, field, value)
    }
  }
  if (type.startsWith('multipart/form-data')) await readForm(method, request, type, asked)
  return asked
}

async function readJson(request: Request): Promise<object> {
  const body: unknown = await request.json().catch(() => undefined)
  if (typeof body !== 'object' || body === null || Array.isArray(body))
    throw badRequest("can't parse request JSON object")
  return body
}

async function readForm(method: string, request: Request, type: string, asked: Asked): Promise<void> {
  const { fields, uploads } = readMultipart(Buffer.from(await request.arrayBuffer()), type)
  for (const [field, value] of fields) asked.payload[field] = typed(method, field, value)
  for (const [field, upload] of uploads) {
    if (upload.bytes.byteLength > uploadLimit) throw tooLarge()
    asked.uploads.set(field, upload)
    // A file may also be sent as the field itself.
    if (fieldTypes(method, field).includes('InputFile')) asked.payload[field] = `attach://${field}`
  }
}

/** Forms carry strings: what is not a string in the contract is JSON there. */
function typed(method: string, field: string, value: string): unknown {
  const types = fieldTypes(method, field)
  if (types.includes('Integer') && /^-?\d+$/.test(value)) return Number(value)
  if (types.length === 0 || types.includes('String') || types.includes('InputFile')) return value
  try {
    return JSON.parse(value)
  } catch {
    throw badRequest(`can't parse ${field} JSON object`)
  }
}

function tooLarge(): ApiRefusal {
  return new ApiRefusal(413, 'Request Entity Too Large')
}
