/** Slack's own checks in Slack's words; what the desk says stays as it is. */
const own = {
  required: 'Please complete this required field.',
  too_short: 'This is too short.',
  too_long: 'This is too long.',
  not_an_email: 'Please enter a valid e-mail address.',
  not_a_url: 'Please enter a valid URL.',
  not_a_number: 'Please enter a number.',
  no_such_option: 'Please choose one of the options.',
}

export const problemWords = (words) => own[words] ?? words
