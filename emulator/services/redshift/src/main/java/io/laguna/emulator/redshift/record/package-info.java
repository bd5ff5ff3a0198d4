/** Records of Redshift in the state. */
package io.laguna.emulator.redshift.record;
