/** The way to a cluster or workgroup: its endpoint and a login by AWS's interfaces, then a connection as any driver's. */
package io.laguna.emulator.redshiftdata.connect;
