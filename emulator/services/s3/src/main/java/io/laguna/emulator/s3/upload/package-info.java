/** Multipart uploads and their completion. */
package io.laguna.emulator.s3.upload;
