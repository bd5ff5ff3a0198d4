/** The versions of a key: the current file, the archive of earlier ones, and the changes from one to the next. */
package io.laguna.emulator.s3.store.version;
