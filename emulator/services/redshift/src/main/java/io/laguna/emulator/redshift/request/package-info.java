/** Parts that the operations of Redshift have in common: constraints of requests, failures, ids. */
package io.laguna.emulator.redshift.request;
