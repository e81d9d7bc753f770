// What the sample pages import that is not code.
declare module '*.html?raw' {
  const markup: string;
  export default markup;
}

declare module '*.css?raw' {
  const styles: string;
  export default styles;
}
