import { gzipSync } from 'node:zlib'
import { smallFiles } from './small-files.ts'

/** A file somebody gives, with what it says of itself. */
export interface Hostile {
  what: string
  name: string
  mimetype: string
  bytes: Uint8Array
}

const words = (text: string) => Buffer.from(text)
const PAGE = words('<!doctype html><script>fetch("//evil.example")</script>')
const DRAWING = words('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"><script>alert(1)</script></svg>')
/** Ten thousand to one, as bombs are. */
const BOMB = gzipSync(Buffer.alloc(30 * 1024 * 1024))
const EICAR = words(String.raw`X5O!P%@AP[4\PZX54(P^)7CC)7}$EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*`)

/** 30 files that lie, break out, blow up or hide (SEC5). */
export const hostileFiles: readonly Hostile[] = [
  { what: 'a page called a picture', name: 'cat.png', mimetype: 'image/png', bytes: PAGE },
  { what: 'a page called a photo', name: 'cat.jpg', mimetype: 'image/jpeg', bytes: PAGE },
  { what: 'a page called an animation', name: 'cat.gif', mimetype: 'image/gif', bytes: PAGE },
  { what: 'a page called a film', name: 'cat.mp4', mimetype: 'video/mp4', bytes: PAGE },
  { what: 'a page called music', name: 'cat.mp3', mimetype: 'audio/mpeg', bytes: PAGE },
  { what: 'a page', name: 'index.html', mimetype: 'text/html', bytes: PAGE },
  { what: 'a drawing that runs', name: 'logo.svg', mimetype: 'image/svg+xml', bytes: DRAWING },
  { what: 'a drawing called a picture', name: 'logo.png', mimetype: 'image/png', bytes: DRAWING },
  { what: 'a script', name: 'run.js', mimetype: 'application/javascript', bytes: words('process.exit(1)') },
  { what: 'a picture called a page', name: 'picture.html', mimetype: 'text/html', bytes: smallFiles.png },
  { what: 'a picture called a program', name: 'picture.exe', mimetype: 'image/png', bytes: smallFiles.png },
  { what: 'a program called a picture', name: 'setup.png', mimetype: 'image/png', bytes: words('MZ\u0090\u0000') },
  { what: 'a film called a picture', name: 'film.png', mimetype: 'image/png', bytes: smallFiles.mp4 },
  { what: 'a bomb', name: 'bomb.gz', mimetype: 'application/gzip', bytes: BOMB },
  { what: 'a bomb called a picture', name: 'bomb.png', mimetype: 'image/png', bytes: BOMB },
  { what: 'a virus of tests', name: 'eicar.com', mimetype: 'text/plain', bytes: EICAR },
  { what: 'a path upwards', name: '../../../etc/passwd', mimetype: 'text/plain', bytes: smallFiles.txt },
  {
    what: 'a path of another system',
    name: String.raw`..\..\windows\evil.txt`,
    mimetype: 'text/plain',
    bytes: smallFiles.txt,
  },
  { what: 'a whole path', name: '/root/.ssh/authorized_keys', mimetype: 'text/plain', bytes: smallFiles.txt },
  { what: 'an address', name: 'https://evil.example/x.txt', mimetype: 'text/plain', bytes: smallFiles.txt },
  { what: 'a name of dots', name: '..', mimetype: 'text/plain', bytes: smallFiles.txt },
  { what: 'a hidden name', name: '.htaccess', mimetype: 'text/plain', bytes: smallFiles.txt },
  { what: 'a name that turns round', name: 'report\u202Egnp.exe', mimetype: 'image/png', bytes: smallFiles.png },
  {
    what: 'a name with lines',
    name: 'a\r\nContent-Type: text/html\r\n\r\nb.txt',
    mimetype: 'text/plain',
    bytes: smallFiles.txt,
  },
  { what: 'a name with quotes', name: 'a"; filename="b.html', mimetype: 'text/plain', bytes: smallFiles.txt },
  { what: 'a name that calls', name: '<!channel> @here.txt', mimetype: 'text/plain', bytes: smallFiles.txt },
  { what: 'a name without end', name: `${'a'.repeat(2000)}.txt`, mimetype: 'text/plain', bytes: smallFiles.txt },
  { what: 'a name of a formula', name: '=cmd|calc!A1.csv', mimetype: 'text/csv', bytes: words('=1+1,2\n') },
  {
    what: 'a type nobody knows',
    name: 'x.bin',
    mimetype: 'application/x-evil; charset="</script>"',
    bytes: words('\u0000\u0001'),
  },
  { what: 'one byte', name: 'one.png', mimetype: 'image/png', bytes: Buffer.from([0x89]) },
]
