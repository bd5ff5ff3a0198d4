/** Functions of a cluster that AWS Lambda computes. */
package io.laguna.emulator.redshift.function;
