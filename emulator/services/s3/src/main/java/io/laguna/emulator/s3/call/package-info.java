/** The means that every operation of S3 uses: arguments, answers' texts and failures of AWS's own type. */
package io.laguna.emulator.s3.call;
