/** Parameter groups, subnet groups and security groups. */
package io.laguna.emulator.redshift.group;
