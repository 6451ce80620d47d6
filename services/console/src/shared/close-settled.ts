/** How a dialog closes: it stays while what it sent is on its way, as it tells there if that was refused. */
export const closeSettled = (isBusy: boolean, onClose: () => void) => ({
  onCancel: () => {
    if (!isBusy) onClose();
  },
  cancelButtonProps: { disabled: isBusy },
});
