/** Whom buckets tell that objects have come or gone, and how they are told. */
package io.laguna.emulator.s3.notification;
