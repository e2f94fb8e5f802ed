import { useEffect, useRef } from 'preact/hooks';

/** Keeps what has the focus above the footer, which stays at the bottom of the page and grows with what it says. */
export function useFooter() {
  const footer = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const element = footer.current!;
    const page = document.documentElement;
    const measure = new ResizeObserver(() => {
      page.style.scrollPaddingBottom = `${element.offsetHeight + 8}px`;
    });
    const show = ({ target }: FocusEvent): void => {
      if (target instanceof HTMLElement && !element.contains(target)) target.scrollIntoView({ block: 'nearest' });
    };
    measure.observe(element);
    document.addEventListener('focusin', show);
    return () => {
      measure.disconnect();
      document.removeEventListener('focusin', show);
    };
  }, []);
  return footer;
}
