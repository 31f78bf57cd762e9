import { getMimeType } from 'hono/utils/mime'
import type { Upload } from './files.ts'
import { badRequest } from './refusal.ts'

/**
 * Reads a multipart body as leniently as Telegram: grammY writes file names without quotes and in UTF-8, which
 * `Request.formData` refuses. The type of a file follows from its name; clients say `application/octet-stream` of all.
 */
export function readMultipart(
  body: Buffer,
  contentType: string,
): { fields: Map<string, string>; uploads: Map<string, Upload> } {
  const [, quoted, bare] = /boundary=(?:"([^"]+)"|([^;\s]+))/i.exec(contentType) ?? []
  const fields = new Map<string, string>()
  const uploads = new Map<string, Upload>()
  for (const part of parts(body, Buffer.from(`--${quoted ?? bare ?? ''}`))) {
    const headersEnd = part.indexOf('\r\n\r\n')
    if (headersEnd < 0) throw badRequest("can't parse the form")
    const headers = part.subarray(0, headersEnd).toString()
    const content = part.subarray(headersEnd + 4)
    const name = parameter(headers, 'name')
    if (name === undefined) throw badRequest("can't parse the form")
    const file = parameter(headers, 'filename')
    if (file === undefined) fields.set(name, content.toString())
    else uploads.set(name, { name: file, mime: getMimeType(file), bytes: content })
  }
  return { fields, uploads }
}

function* parts(body: Buffer, boundary: Buffer): Generator<Buffer> {
  const delimiter = Buffer.concat([Buffer.from('\r\n'), boundary])
  let start = body.indexOf(boundary)
  if (start < 0) throw badRequest("can't parse the form")
  start += boundary.length
  while (body.toString('latin1', start, start + 2) === '\r\n') {
    const end = body.indexOf(delimiter, start)
    if (end < 0) throw badRequest("can't parse the form")
    yield body.subarray(start + 2, end)
    start = end + delimiter.length
  }
}

function parameter(headers: string, name: string): string | undefined {
  const [, quoted, bare] = new RegExp(`;\\s*${name}=(?:"([^"]*)"|([^;\\r\\n]*))`, 'i').exec(headers) ?? []
  return quoted ?? bare
}
