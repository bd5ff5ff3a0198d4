/** The lists of objects, versions, uploads and parts, page by page. */
package io.laguna.emulator.s3.list;
