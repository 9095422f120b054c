/** First line of every generated source. */
export const headerOf = (service: string): string => `// Generated from libs/${service}/domain/core.yaml by tools/generators. Edit that file and generate anew.\n`;
