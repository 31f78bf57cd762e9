/** A few of the icons Telegram lets everybody give a topic, by the id of the custom emoji. */
export const topicIcons: ReadonlyMap<string, string> = new Map([
  ['5379748062124056162', '❗️'],
  ['5417915203100613993', '💬'],
  ['5210956306952758910', '👀'],
  ['5357315181649076022', '📁'],
  ['5237699328843200968', '✅'],
])
