/** Tags that HTML closes by itself where another of their kind begins, or where what they stand in ends. */
const optional =
  /<\/(li|p|dt|dd|td|th|tr|option)>(?=\s*(?:<\1\b|<\/(?:li|ul|ol|dl|dd|div|section|header|footer|form|details|select|td|tr|thead|tbody|table)>|`))/g;

/** A source whose templates leave out the closing tags that the browser knows without them. */
export const leaveOutOptionalTags = (code: string): string => code.replace(optional, '');
