/** What a parent says to a desk's process to hear which names stand on its `Object.prototype`. */
export const ASK_PROTOTYPE = 'what-is-on-the-prototype'
