/** Amazon EventBridge: rules by which events of services and of users reach their targets. */
package io.laguna.emulator.events;
