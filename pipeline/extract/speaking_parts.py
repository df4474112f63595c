"""Words that in the label of a turn tell somebody's part and not his name: "MODERATOR:"."""

SPEAKING_PARTS = frozenset(
    """moderator question questioner q a answer anchor host reporter reporters journalist
    interviewer interviewee operator narrator voice voice-over voiceover announcer presenter
    translator interpreter caller speaker speakers audience crowd participant participants panelist
    unidentified unknown male female man woman all note editor clerk""".split()
)
