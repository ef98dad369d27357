package org.fractalgoals.api.http;

import org.fractalgoals.domain.rule.Rule;
import org.springframework.http.HttpStatus;

/** The status that answers a broken rule. */
final class RuleStatus {

  private RuleStatus() {}

  static HttpStatus of(Rule rule) {
    return switch (rule) {
      case Rule.IsUnknown broken -> HttpStatus.NOT_FOUND;
      case Rule.IsDeleted broken -> HttpStatus.NOT_FOUND;
      case Rule.ActionIsUnknown broken -> HttpStatus.NOT_FOUND;
      case Rule.KeyIsUnknown broken -> HttpStatus.NOT_FOUND;

      case Rule.IdIsTaken broken -> HttpStatus.CONFLICT;
      case Rule.NameIsTaken broken -> HttpStatus.CONFLICT;
      case Rule.KeyExists broken -> HttpStatus.CONFLICT;
      case Rule.WasDeletedWith broken -> HttpStatus.CONFLICT;
      case Rule.ParentIsStillDeleted broken -> HttpStatus.CONFLICT;
      case Rule.IsPurged broken -> HttpStatus.CONFLICT;
      case Rule.ActionWasImported broken -> HttpStatus.CONFLICT;
      case Rule.CannotBeUndone broken -> HttpStatus.CONFLICT;
      case Rule.NothingLeftToUndo broken -> HttpStatus.CONFLICT;
      case Rule.WasChangedSince broken -> HttpStatus.CONFLICT;
      case Rule.WasDeletedSince broken -> HttpStatus.CONFLICT;
      case Rule.WasRestoredSince broken -> HttpStatus.CONFLICT;
      case Rule.StandsBelow broken -> HttpStatus.CONFLICT;

      case Rule.NameIsBlank broken -> HttpStatus.BAD_REQUEST;
      case Rule.NeedsAReason broken -> HttpStatus.BAD_REQUEST;
      case Rule.IsNoKeyName broken -> HttpStatus.BAD_REQUEST;
      case Rule.AdminSeesAll broken -> HttpStatus.BAD_REQUEST;
      case Rule.NoteIsBlank broken -> HttpStatus.BAD_REQUEST;
      case Rule.HasNoSets broken -> HttpStatus.BAD_REQUEST;
      case Rule.SetIndexIsNegative broken -> HttpStatus.BAD_REQUEST;
      case Rule.TextIsTooLong broken -> HttpStatus.BAD_REQUEST;
      case Rule.ParentIsUnknown broken -> HttpStatus.BAD_REQUEST;
      case Rule.ParentIsDeleted broken -> HttpStatus.BAD_REQUEST;
      case Rule.ParentIsInOtherFractal broken -> HttpStatus.BAD_REQUEST;
      case Rule.MoveMakesACycle broken -> HttpStatus.BAD_REQUEST;
      case Rule.FractalCannotBeMoved broken -> HttpStatus.BAD_REQUEST;
      case Rule.DeadlinePrecedesCreation broken -> HttpStatus.BAD_REQUEST;
      case Rule.IsNotAChild broken -> HttpStatus.BAD_REQUEST;
      case Rule.IsListedTwice broken -> HttpStatus.BAD_REQUEST;
      case Rule.ReferenceIsUnknown broken -> HttpStatus.BAD_REQUEST;
      case Rule.ReferenceIsDeleted broken -> HttpStatus.BAD_REQUEST;
      case Rule.SessionNeedsParent broken -> HttpStatus.BAD_REQUEST;
      case Rule.GoalCannotHaveSessions broken -> HttpStatus.BAD_REQUEST;
      case Rule.DurationIsNegative broken -> HttpStatus.BAD_REQUEST;
      case Rule.StopPrecedesStart broken -> HttpStatus.BAD_REQUEST;
      case Rule.TimerWasNeverStarted broken -> HttpStatus.BAD_REQUEST;
      case Rule.IsNotMeasured broken -> HttpStatus.BAD_REQUEST;
      case Rule.ValueIsNotFinite broken -> HttpStatus.BAD_REQUEST;
      case Rule.ValueIsNegative broken -> HttpStatus.BAD_REQUEST;
      case Rule.AreTooMany broken -> HttpStatus.BAD_REQUEST;
      case Rule.EndPrecedesStart broken -> HttpStatus.BAD_REQUEST;
      case Rule.BlockNeedsDates broken -> HttpStatus.BAD_REQUEST;
      case Rule.DayIsTooFull broken -> HttpStatus.BAD_REQUEST;
      case Rule.ChangeIsTooLarge broken -> HttpStatus.BAD_REQUEST;
      case Rule.CannotStandBelow broken -> HttpStatus.BAD_REQUEST;
      case Rule.CannotBeMoved broken -> HttpStatus.BAD_REQUEST;
      case Rule.HasNoName broken -> HttpStatus.BAD_REQUEST;
    };
  }
}
