/** Objects and their versions: reading, writing, copying and deleting them, and their tags and locks. */
package io.laguna.emulator.s3.object;
