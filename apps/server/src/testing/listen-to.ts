/** Opens a live stream as a page does and gives the revisions as they come; null where only the day is another. */
export async function listenTo(url: string) {
  const controller = new AbortController();
  const response = await fetch(url, { signal: controller.signal });
  if (!response.body) throw new Error('The stream has no body.');
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  let text = '';
  return {
    async next(): Promise<number | null> {
      for (;;) {
        const found = /data: (\{.*\})\n\n/.exec(text);
        if (found?.[1]) {
          text = text.slice(found.index + found[0].length);
          return (JSON.parse(found[1]) as { revision: number | null }).revision;
        }
        const { value, done } = await reader.read();
        if (done) throw new Error('The stream ended.');
        text += value;
      }
    },
    close: () => controller.abort(),
  };
}
