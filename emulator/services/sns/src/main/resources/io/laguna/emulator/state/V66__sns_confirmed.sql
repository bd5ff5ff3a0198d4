-- The token that has confirmed: who follows its link again gets the same answer.
alter table sns_subscription add column confirmed_by text;
