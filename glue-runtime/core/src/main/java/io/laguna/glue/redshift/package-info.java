/** The way of frames to Redshift and back: files in a temporary folder of S3, COPY and UNLOAD. */
package io.laguna.glue.redshift;
