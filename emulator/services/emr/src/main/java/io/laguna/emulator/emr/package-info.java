/** Amazon EMR on this machine: clusters whose steps are real processes. */
package io.laguna.emulator.emr;
