/** File formats: records out of bytes, and bytes out of records. */
package io.laguna.glue.format;
