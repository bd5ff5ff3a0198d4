/** The exceptions of frames. */
package io.laguna.glue.error;
