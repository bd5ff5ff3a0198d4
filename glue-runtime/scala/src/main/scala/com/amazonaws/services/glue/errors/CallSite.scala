package com.amazonaws.services.glue.errors

/** A place in the user's program, and what the user says about it. */
case class CallSite(site: String, info: String)

object CallSite {
  val NotProvided: CallSite = CallSite("Not provided", "")
}
