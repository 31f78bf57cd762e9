const paths = {
  reply: 'M4 5h12v8H9l-4 3v-3H4z',
  bolt: 'M11 2 4 11h5l-1 7 7-9h-5z',
  edit: 'M4 16h3l8-8-3-3-8 8z',
  bin: 'M5 6h10M8 6V4h4v2M6 6l1 11h6l1-11',
  close: 'M5 5l10 10M15 5L5 15',
  send: 'M3 4l14 6-14 6 2-6z',
  smile: 'M10 3a7 7 0 1 0 0 14 7 7 0 0 0 0-14zM7.5 8v.01M12.5 8v.01M7 12a4 4 0 0 0 6 0',
  gear: 'M10 7a3 3 0 1 0 0 6 3 3 0 0 0 0-6zM10 2v3M10 15v3M2 10h3M15 10h3M4.5 4.5l2 2M13.5 13.5l2 2M15.5 4.5l-2 2M6.5 13.5l-2 2',
  dots: 'M10 4.5v.01M10 10v.01M10 15.5v.01',
  hash: 'M8 3 6 17M14 3l-2 14M4 7h13M3 13h13',
  lock: 'M6 9V7a4 4 0 0 1 8 0v2M5 9h10v8H5z',
  clip: 'M7 10l5-5a2.5 2.5 0 0 1 4 4l-7 7a4 4 0 0 1-6-6l6-6',
  menu: 'M4 6h12M4 10h12M4 14h12',
  eye: 'M2 10s3-5 8-5 8 5 8 5-3 5-8 5-8-5-8-5zM10 8a2 2 0 1 0 0 4 2 2 0 0 0 0-4z',
  back: 'M12 4l-6 6 6 6',
  down: 'M5 8l5 5 5-5',
  clock: 'M10 3a7 7 0 1 0 0 14 7 7 0 0 0 0-14zM10 6v4l3 2',
  storm: 'M6 12a4 4 0 1 1 1-8 5 5 0 0 1 9 2 3 3 0 0 1-1 6M10 10l-2 4h3l-2 4',
}

/** A small drawing beside or instead of words; hidden from screen readers, whoever uses it gives it a name. */
export function icon(name) {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg')
  svg.setAttribute('viewBox', '0 0 20 20')
  svg.setAttribute('class', `icon icon-${name}`)
  svg.setAttribute('aria-hidden', 'true')
  const path = document.createElementNS('http://www.w3.org/2000/svg', 'path')
  path.setAttribute('d', paths[name])
  svg.append(path)
  return svg
}
