/** Frames: records that are not run through yet, with the steps and the errors that led to them. */
package io.laguna.glue.frame;
