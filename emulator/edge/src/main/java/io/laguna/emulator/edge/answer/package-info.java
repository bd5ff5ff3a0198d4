/** The answers of the edge and its errors, in the forms that clients read. */
package io.laguna.emulator.edge.answer;
