import { type ReactNode, useCallback } from 'react';

/** A picture from bytes; its blob URL lives exactly as long as it is shown. */
export function Picture({ bytes, mime, alt, className }: { readonly bytes: Uint8Array; readonly mime: string; readonly alt: string; readonly className?: string }): ReactNode {
  const show = useCallback((image: HTMLImageElement | null) => {
    if (!image) return undefined;
    const url = URL.createObjectURL(new Blob([new Uint8Array(bytes)], { type: mime }));
    image.src = url;
    return () => URL.revokeObjectURL(url);
  }, [bytes, mime]);
  return <img ref={show} className={className} alt={alt} draggable={false} />;
}
