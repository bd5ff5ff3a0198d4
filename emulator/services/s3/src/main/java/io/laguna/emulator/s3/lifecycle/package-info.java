/** The lifecycle rules of buckets, and the sweep that removes what they let expire. */
package io.laguna.emulator.s3.lifecycle;
