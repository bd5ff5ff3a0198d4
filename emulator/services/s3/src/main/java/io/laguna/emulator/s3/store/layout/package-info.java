/** The files and folders of a lake: where a bucket and a key lie, and how bytes get there safely. */
package io.laguna.emulator.s3.store.layout;
