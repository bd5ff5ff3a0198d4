/** Redshift Serverless: namespaces with data, and the workgroups that serve them. */
package io.laguna.emulator.redshift.serverless;
