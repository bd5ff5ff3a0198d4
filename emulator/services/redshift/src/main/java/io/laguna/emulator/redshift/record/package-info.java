/** What Redshift keeps in the state. */
package io.laguna.emulator.redshift.record;
