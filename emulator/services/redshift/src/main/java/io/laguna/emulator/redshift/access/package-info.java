/** Access to clusters: temporary credentials and IAM roles. */
package io.laguna.emulator.redshift.access;
