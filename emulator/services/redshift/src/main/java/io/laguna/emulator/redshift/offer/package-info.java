/** AWS's offers: node types, versions and tracks. */
package io.laguna.emulator.redshift.offer;
