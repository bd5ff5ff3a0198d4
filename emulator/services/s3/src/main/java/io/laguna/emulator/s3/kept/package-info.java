/** Settings of buckets that are kept and answered as S3 does, and change nothing here: nothing is logged, served or reported. */
package io.laguna.emulator.s3.kept;
