import { useRef, useState } from 'react';
import { roomBeside } from './menu-room.js';

/** Bounds a menu by the room that there is when it opens: what does not fit is scrolled to within it. */
export function useMenuRoom() {
  const button = useRef<HTMLButtonElement>(null);
  const [maxHeight, setMaxHeight] = useState<number>();
  return {
    button,
    style: maxHeight === undefined ? {} : { maxHeight: `min(70vh, ${maxHeight}px)` },
    onOpenChange: (isOpen: boolean) => {
      const box = button.current?.getBoundingClientRect();
      if (isOpen && box) setMaxHeight(roomBeside(box, window.innerHeight));
    },
  };
}
