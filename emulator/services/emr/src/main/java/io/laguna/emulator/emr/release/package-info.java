/** EMR's releases and the applications in each. */
package io.laguna.emulator.emr.release;
