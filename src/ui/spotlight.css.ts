/** Styles of the ring; adopt once. Two colours, so that it stands out on any page; a real border, for forced colours. */
export const SPOTLIGHT_CSS = `
.ring {
  position: fixed; pointer-events: none; border-radius: 10px;
  border: 4px solid #ffd400; outline: 3px solid #14213d;
  box-shadow: inset 0 0 0 2px #14213d, 0 0 0 100vmax rgb(10 20 40 / 14%);
  animation: ring 1.4s ease-in-out 3;
}
@keyframes ring { 50% { outline-width: 8px; } }
@media (forced-colors: active) { .ring { border-color: Highlight; outline-color: CanvasText; } }
`;
