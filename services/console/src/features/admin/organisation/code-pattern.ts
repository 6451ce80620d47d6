/** As the server takes codes and ids of agents. */
export const codePattern = /^[\p{L}\p{N}][\p{L}\p{N}._:-]{0,63}$/u;
