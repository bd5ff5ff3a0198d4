/** Who may use a cluster: temporary credentials and IAM roles. */
package io.laguna.emulator.redshift.access;
