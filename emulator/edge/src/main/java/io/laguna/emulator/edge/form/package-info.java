/** Objects that browsers upload by a form: its fields, its file, and the policy that somebody signed for it. */
package io.laguna.emulator.edge.form;
