"""Lists of people in many councils' styles: who is on them, in which capacity, role and post."""

from __future__ import annotations

import pytest

from graph_builder.meetings import absences, divide
from graph_builder.meetings.labels import APOLOGIES, Label, label_of, other_label
from graph_builder.meetings.rosters import read
from tests.meetings.papers import document, passage, told

MEMBERS = Label("present", "member", open=True)
OTHERS = Label("present", open=True)
OFFICERS = Label("present", "officer")
CO_OPTED = Label("present", "co-opted")

# The list | each entry: name; what else is told of it besides the label's own
LISTS: list[tuple[Label, str, list[str]]] = [
    (MEMBERS, "Councillors: CR Butler, EJ Hart (Chair) and A Hall", ["CR Butler", "EJ Hart; role=chair", "A Hall"]),
    (MEMBERS, "Mrs F M Oborski (Chairman), Mr R C Adams, Mr A Fry", ["Mrs F M Oborski; role=chair", "Mr R C Adams", "Mr A Fry"]),
    (MEMBERS, "Cllr Jane Smith (Chair), Cllr O'Neill", ["Cllr Jane Smith; role=chair", "Cllr O'Neill"]),
    (MEMBERS, "Councillors Green, Hall and Mrs West", ["Councillors Green", "Hall", "Mrs West"]),
    (MEMBERS, "Cllr Tom Baker-Price (Chair)\nCllr Ann Lee (Vice-Chair)\nCllr Bob Hope", ["Cllr Tom Baker-Price; role=chair", "Cllr Ann Lee; role=vice-chair", "Cllr Bob Hope"]),
    (MEMBERS, "Councillor J Hill - Chairman\nCouncillor K May - Vice Chairman", ["Councillor J Hill; role=chair", "Councillor K May; role=vice-chair"]),
    (MEMBERS, "Cllr A Bell (substitute for Cllr C Dee)", ["Cllr A Bell; for=Cllr C Dee"]),
    (MEMBERS, "Mr P Jones (until 11.30 am), Mrs K Roe", ["Mr P Jones", "Mrs K Roe"]),
    (MEMBERS, "Cllrs Ann Hay, Tom Wray", ["Cllrs Ann Hay", "Tom Wray"]),
    (MEMBERS, "Councillor Norman (Deputy Chair in the Chair)", ["Councillor Norman; role=chair"]),
    (MEMBERS, "Jane Smith, Anne\nHill, Tom Wray", ["Jane Smith", "Anne Hill", "Tom Wray"]),
    (MEMBERS, "Mr J Doe, Mrs K Roe, 3 members of the public", ["Mr J Doe", "Mrs K Roe"]),
    (MEMBERS, "Mrs V Negus (Clerk)", ["Mrs V Negus; capacity=officer; post=Clerk"]),
    (MEMBERS, "Cllrs A Hay (AH), T Wray (TW)", ["Cllrs A Hay; initials=AH", "T Wray; initials=TW"]),
    (MEMBERS, "Ann Hay (AH-Chair), Tom Wray (TW- Vice-Chair), Sue Roe (SR - Treasurer)",
     ["Ann Hay; initials=AH; role=chair", "Tom Wray; initials=TW; role=vice-chair", "Sue Roe; post=Treasurer; initials=SR"]),
    (MEMBERS, "Ann Hay (Sikh Temple), Tom Wray (Free Churches), Sue Roe (Church of England)",
     ["Ann Hay; organisation=Sikh Temple", "Tom Wray; organisation=Free Churches", "Sue Roe; organisation=Church of England"]),
    (MEMBERS, "Mr T Wray, Dunford Academy, Mrs A Hay, Elmley and Low Dunford Primary Schools, Mr J Roe",
     ["Mr T Wray; organisation=Dunford Academy", "Mrs A Hay", "Mr J Roe"]),
    (OTHERS, "Ann Roe, External Auditor, Tom Wray, Audit Manager", ["Ann Roe; capacity=guest; post=External Auditor", "Tom Wray; capacity=officer; post=Audit Manager"]),
    (MEMBERS, "Mr T Wray, Dunford School, Mrs A Hay, Elmley School Secondary Head Teacher: Special School Representative: Mr J Roe",
     ["Mr T Wray; organisation=Dunford School", "Mrs A Hay", "Mr J Roe"]),
    (MEMBERS, "Cllr Paul Dean (Labour), Cllr Kim Fox (Con)", ["Cllr Paul Dean; party=Labour", "Cllr Kim Fox; party=Con"]),
    (MEMBERS, "Cllr A Hay Cllr B Lee", ["Cllr A Hay", "Cllr B Lee"]),
    (MEMBERS, "Cllr A Hay, Cllr Dean. Clerk: Ann Roe", ["Cllr A Hay", "Cllr Dean", "Ann Roe; capacity=officer; post=Clerk"]),
    (MEMBERS, "None", []),
    # A label within a list ends it, whatever stands before the label; who came to listen is nobody.
    (MEMBERS, "Cllrs A Hay and Dean. Public attendance: Mr R Coward, Mrs L Lavel Clerk: M Orme", ["Cllrs A Hay", "Dean", "M Orme; capacity=officer; post=Clerk"]),
    (MEMBERS, "Cllrs A Hay and B Lee Members of the public: Mrs D Poe, 2 others Clerk - M Orme", ["Cllrs A Hay", "B Lee", "M Orme; capacity=officer; post=Clerk"]),
    (MEMBERS, "Cllrs A Hay and B Lee, Public: Mr J Coward", ["Cllrs A Hay", "B Lee"]),
    (MEMBERS, "Cllr A Hay, Cllr B Lee, Parish Clerk - M Orme", ["Cllr A Hay", "Cllr B Lee", "M Orme; capacity=officer; post=Parish Clerk"]),
    (MEMBERS, "Cllr A Hay, Ann Roe, Clerk - Tom Wray", ["Cllr A Hay", "Ann Roe; capacity=officer; post=Clerk"]),
    (OFFICERS, "Town Clerk: Ann Roe, Deputy Clerk: Tom Wray", ["Ann Roe; post=Town Clerk", "Tom Wray; post=Deputy Clerk"]),
    (MEMBERS, "Cllr B Lee Clerk • Gavin Mould, Head of Law In Attendance • Ann Roe, Head of Housing",
     ["Cllr B Lee", "Gavin Mould; capacity=officer; post=Head of Law", "Ann Roe; capacity=officer; post=Head of Housing"]),
    (OFFICERS, "• Gavin Mould, Head of Law. • Ann Roe, Head of Housing • Tom Wray (Solicitor)", ["Gavin Mould; post=Head of Law", "Ann Roe; post=Head of Housing", "Tom Wray; post=Solicitor"]),
    (OFFICERS, "Ann Roe, Solicitor. Observing • Cllr B Lee", ["Ann Roe; post=Solicitor", "Cllr B Lee; capacity="]),
    (MEMBERS, "Messrs Hay, Dent; Mrs Gallery-Poe", ["Messrs Hay", "Dent", "Mrs Gallery-Poe"]),
    (OFFICERS, "J. Hay Head of Finance, D. Dent Senior Planner", ["J. Hay; post=Head of Finance", "D. Dent; post=Senior Planner"]),
    (OFFICERS, "Mr Hay, Mr Dent and Mr Roe, Directors of Service", [f"Mr {name}; post=Directors of Service" for name in ("Hay", "Dent", "Roe")]),
    (OFFICERS, "V. Hay, Executive Director – Economy, Neighbourhood and Environment", ["V. Hay; post=Executive Director, Economy, Neighbourhood and Environment"]),
    (MEMBERS, "The Mayor, Councillor A Hay, BA\nThe Deputy Mayor, Councillor Ms C Dunn", ["Councillor A Hay; post=Mayor", "Councillor Ms C Dunn; post=The Deputy Mayor"]),
    (MEMBERS, "Councillors: R.Glyn Hay, Aeron M.Dunn and B Roe", ["R.Glyn Hay", "Aeron M.Dunn", "B Roe"]),
    (MEMBERS, "County Councillors A Hay, B Dent and C Roe", ["County Councillors A Hay", "B Dent", "C Roe"]),
    # "The Clerk" is one more on a list of plain names, and no post of the one before.
    (MEMBERS, "Mr McKin, Mr Wray, Dr Hutt, The Clerk", ["Mr McKin", "Mr Wray", "Dr Hutt"]),
    (MEMBERS, "Cllr A Hay (Chair), Cllr B Lee, The Clerk, Cllr C Dunn", ["Cllr A Hay; role=chair", "Cllr B Lee", "Cllr C Dunn"]),
    (OTHERS, "Mr Wray, Dr Hutt and the Clerk", ["Mr Wray", "Dr Hutt"]),
    (MEMBERS, "Cllr A Hay, Cllr B Lee, Mrs J Roe, the Clerk", ["Cllr A Hay", "Cllr B Lee", "Mrs J Roe; capacity=officer; post=the Clerk"]),
    # Plural titles within a list, and titles that stick to the name before them.
    (MEMBERS, "County Councillors J Dunn, P Hay and Ald. R Stead", ["County Councillors J Dunn", "P Hay", "Ald. R Stead"]),
    (MEMBERS, "Aldermen A Hay and B Lee Councillors C Dee, D Foy", ["Aldermen A Hay", "B Lee", "Councillors C Dee", "D Foy"]),
    (MEMBERS, "Councillor A Hay,Mayor Councillors B Lee, C Dee", ["Councillor A Hay; post=Mayor", "Councillors B Lee", "C Dee"]),
    (MEMBERS, "Councillor A HayCouncillor B LeeCouncillor C Dee", ["Councillor A Hay", "Councillor B Lee", "Councillor C Dee"]),
    (MEMBERS, "Cllr Hay, Cllr Lord, Cllr Major", ["Cllr Hay", "Cllr Lord", "Cllr Major"]),
    # A whole name below a title with a surname is somebody else; the clerk, wherever the word stands, is the clerk.
    (MEMBERS, "Cllr Walker\nLynn Marsh - Parish Clerk", ["Cllr Walker", "Lynn Marsh; capacity=officer; post=Parish Clerk"]),
    (MEMBERS, "Cllrs A Bell, P Hay. Clerk J Marsh", ["Cllrs A Bell", "P Hay", "J Marsh; capacity=officer; post=Clerk"]),
    (MEMBERS, "Councillors Drew, Lupton and the clerk Mrs S Hart", ["Councillors Drew", "Lupton", "Mrs S Hart; capacity=officer; post=clerk"]),
    (MEMBERS, "Ann Bell (Chair), Jo Marsh (minute taker), Tom Roe", ["Ann Bell; role=chair", "Jo Marsh; capacity=officer", "Tom Roe"]),
    # Two words on a list of surnames may be two people; a clock in brackets ends a name.
    (MEMBERS, "Councillors Bell, Hay, Lee, Dunn, Reid Harrow and Totten", ["Councillors Bell", "Hay", "Lee", "Dunn", "Totten"]),
    (MEMBERS, "Councillors Bell, Hay (7.08pm) Lee, Dunn and Totten", ["Councillors Bell", "Hay", "Lee", "Dunn", "Totten"]),
    (MEMBERS, "Ann Bell, Tom Hay, Lloyd Jones", ["Ann Bell", "Tom Hay", "Lloyd Jones"]),
    (MEMBERS, "Councillors Roy Barker Julie Field Tom Dunn", ["Councillors Roy Barker", "Julie Field", "Tom Dunn"]),
    (MEMBERS, "Councillors S Hughes (SH) Chair, P March (PM) vice-chair, C Dee (CD)",
     ["Councillors S Hughes; initials=SH; role=chair", "P March; initials=PM; role=vice-chair", "C Dee; initials=CD"]),
    # Posts that have run together with the next one's name, and what is left of a label in a margin.
    (OFFICERS, "Ann Roe, Principal Solicitor Tom Wray, Service Manager Jane Hay, Planning Officer",
     ["Ann Roe; post=Principal Solicitor", "Tom Wray; post=Service Manager", "Jane Hay; post=Planning Officer"]),
    (OFFICERS, "Ann Roe, Head of Law Tom Wray, Solicitor", ["Ann Roe"]),
    (OFFICERS, "Chief Executive - J Dixon Director of Law and Housing – M Hay Member Services Manager – V Lisk",
     ["J Dixon; post=Chief Executive", "M Hay; post=Director of Law and Housing", "V Lisk; post=Member Services Manager"]),
    (OFFICERS, "Clerk Ann Roe, Area Engineer – Tom Hay, Parish Liaison Officer – Jo Dee",
     ["Ann Roe; post=Clerk", "Tom Hay; post=Area Engineer", "Jo Dee; post=Parish Liaison Officer"]),
    (OFFICERS, "A Millard, Solicitor, Planning Officer, Planning Officer, Assistant Engineer, Monitoring Officer", ["A Millard"]),
    (OFFICERS, "Mr A Hay, Chief Executive Attendance: Ms B Lee, Director of Places", ["Mr A Hay; post=Chief Executive", "Ms B Lee; post=Director of Places"]),
    (OFFICERS, "Mr Moffett Head of Law, Mrs Dee, Clerk", ["Mr Moffett; post=Head of Law", "Mrs Dee; post=Clerk"]),
    # Names without a title and with the post right behind them.
    (OFFICERS, "Ann Roe Clerk to the Council, J. Orme Deputy County Manager, T. Dunn", ["Ann Roe; post=Clerk to the Council", "J. Orme; post=Deputy County Manager", "T. Dunn"]),
    (OTHERS, "Jane Smith (Director of Finance)", ["Jane Smith; capacity=officer; post=Director of Finance"]),
    (OTHERS, "Head of Finance (Mr T Gilligan), Clerk (Ms A Roe)", ["Mr T Gilligan; capacity=officer; post=Head of Finance", "Ms A Roe; capacity=officer; post=Clerk"]),
    (OTHERS, "Mr Tom Wray, Mrs Ann Lee,\nMeetings Administrator:\nMs Sue Dunn", ["Mr Tom Wray", "Mrs Ann Lee", "Ms Sue Dunn; capacity=officer; post=Meetings Administrator"]),
    (OTHERS, "Mr Tom Wray, Mrs Ann Lee,\nGovernor Services Clerk:", ["Mr Tom Wray", "Mrs Ann Lee"]),
    (OFFICERS, "A Mill - Head of Planning B Esk – Solicitor C Nix – Clerk", ["A Mill; post=Head of Planning", "B Esk; post=Solicitor", "C Nix; post=Clerk"]),
    (OTHERS, "Sue Ryder, Age UK", ["Sue Ryder; capacity=guest; organisation=Age UK"]),
    (OTHERS, "PC Dan Holt", ["PC Dan Holt; capacity=guest"]),
    (OTHERS, "Councillor K May (Cabinet Member for Health)", ["Councillor K May; capacity=cabinet-member; post=Cabinet Member for Health"]),
    (OTHERS, "Cllr A Fry, Sue Ryder - Director of Adult Services", ["Cllr A Fry", "Sue Ryder; capacity=officer; post=Director of Adult Services"]),
    (OTHERS, "John Smith of Age UK", ["John Smith; capacity=guest; organisation=Age UK"]),
    (OTHERS, "Chief Fire Officer Marcus Bell", ["Marcus Bell; capacity=officer; post=Chief Fire Officer"]),
    (OTHERS, "Jo Hand, Headteacher, Hill Top Primary School", ["Jo Hand; capacity=guest; post=Headteacher; organisation=Hill Top Primary School"]),
    (OFFICERS, "Sheena Jones (Scrutiny Manager), Alyson Grice (Scrutiny Officer)", ["Sheena Jones; post=Scrutiny Manager", "Alyson Grice; post=Scrutiny Officer"]),
    (OTHERS, "Helen Marsh, Head of Law; Sgt 4471 D Poole (West Mercia Police)", [
        "Helen Marsh; capacity=officer; post=Head of Law", "Sgt 4471 D Poole; capacity=guest; organisation=West Mercia Police",
    ]),
    (MEMBERS, "Cllr A Hay, Lord Hale of Ware", ["Cllr A Hay", "Lord Hale"]),
    (OTHERS, "D Munro, Head of Law; Director of Finance and Property (G Ogilvie); Head of Legal and Governance (S Rae)", [
        "D Munro; capacity=officer; post=Head of Law", "G Ogilvie; capacity=officer; post=Director of Finance and Property",
        "S Rae; capacity=officer; post=Head of Legal and Governance",
    ]),
    (OTHERS, "Mr A Stone (Applicant) and his wife Mrs L Stone; Gary Holt (Licensing Officer)", ["Gary Holt; capacity=officer; post=Licensing Officer"]),
    (OFFICERS, "Sheena Jones", ["Sheena Jones"]),
    (OFFICERS, "Ann Roe (AR) Head of Law", ["Ann Roe; post=Head of Law; initials=AR"]),
    (OFFICERS, "K Ward, Solicitor; L Poe, Clerk", ["K Ward; post=Solicitor", "L Poe; post=Clerk"]),
    (OTHERS, "Chief Executive (M Fearn); Director of Place and Property (J Bain); Head of Law (S Rae).",
     ["M Fearn; capacity=officer; post=Chief Executive", "J Bain; capacity=officer; post=Director of Place and Property", "S Rae; capacity=officer; post=Head of Law"]),
    (OTHERS, "Head of Planning: Jane Smith\nPrincipal Planner: Tom Wray", ["Jane Smith; capacity=officer; post=Head of Planning", "Tom Wray; capacity=officer; post=Principal Planner"]),
    (OFFICERS, "Head of Roads and Lighting, Jane Smith\nPrincipal Planner, Tom Wray", ["Jane Smith; post=Head of Roads and Lighting", "Tom Wray; post=Principal Planner"]),
    (OFFICERS, "The Head of Planning, Jane Smith, the Senior Solicitor, Tom Wray and the Clerk, Ann Roe", ["Jane Smith; post=Head of Planning", "Tom Wray; post=Senior Solicitor", "Ann Roe; post=Clerk"]),
    (OFFICERS, "the Head of Planning (Jane Smith) and the Clerk (Ann Roe)", ["Jane Smith; post=Head of Planning", "Ann Roe; post=Clerk"]),
    (OFFICERS, "Director of Services: Mr J Daly; Meetings Administrator: Ms A Roe (AR)", ["Mr J Daly; post=Director of Services", "Ms A Roe; post=Meetings Administrator; initials=AR"]),
    (OFFICERS, "Smith, J. (Head of Planning)\nWray, T. (Principal Planner)", ["Smith, J; post=Head of Planning", "Wray, T; post=Principal Planner"]),
    (OFFICERS, "Chief Fire Officer B Lunn, Treasurer M Pell and Clerk L Noy", ["B Lunn; post=Chief Fire Officer", "M Pell; post=Treasurer", "L Noy; post=Clerk"]),
    (OFFICERS, "Tom Wray, Principal Planner\nHead of Law - Jane Smith\nAnn Roe", ["Tom Wray; post=Principal Planner", "Jane Smith; post=Head of Law", "Ann Roe"]),
    (OFFICERS, "Item 4 only: Service Manager (R Poe)", ["R Poe; post=Service Manager"]),
    # A line that wraps within a post begins with no post of its own.
    (OFFICERS, "Jane Smith, Principal\nPlanner, Tom Wray", ["Jane Smith; post=Principal Planner", "Tom Wray"]),
    (MEMBERS, "Mayor Rachel Hill, Chair\nCouncillor Omar Reed, Leader of Penbury City Council\nCouncillor Fran Dunn, Leader of Lode County Council",
     ["Rachel Hill; role=chair; post=Mayor", "Councillor Omar Reed; post=Leader of Penbury City Council", "Councillor Fran Dunn; post=Leader of Lode County Council"]),
    (OTHERS, "Applicant (Mr J Roe); Head of Planning (J Smith)", ["J Smith; capacity=officer; post=Head of Planning"]),
    (OFFICERS, "Ann Roe\nHead of Planning, Jane Smith", ["Ann Roe", "Jane Smith; post=Head of Planning"]),
    (OFFICERS, "Ann Roe,\nHead of Planning, Jane Smith", ["Ann Roe; post=Head of Planning", "Jane Smith"]),
    # What is nobody's post: when somebody came, a group, a heading, somebody else, a sentence.
    (MEMBERS, "Cllr A Hay arrived at 7.40pm, Cllr B Lee (till 8.15pm) and Mr C Dee left after item 4", ["Cllr A Hay", "Cllr B Lee", "Mr C Dee"]),
    (MEMBERS, "Tom Wray\nDistrict Councillors: not present", ["Tom Wray"]),
    (MEMBERS, "Cllrs A Hay, B Lee C Dunn and D Foy", ["Cllrs A Hay", "B Lee", "C Dunn", "D Foy"]),
    (MEMBERS, "Cllr A Hay, Mrs E A Forde J F Kerr Miss K Lagan", ["Cllr A Hay", "Mrs E A Forde", "J F Kerr", "Miss K Lagan"]),
    (MEMBERS, "S. Osbourne (Vice), Cllr Fry (ELDC), Cllr Low (Vale County Council)", ["S. Osbourne; role=vice-chair", "Cllr Fry", "Cllr Low"]),
    (OTHERS, "Ann Hay, Parish Clerk/Responsible Finance Officer, Mr D L Roe Deputy Parish Clerk, and Mr D Ile",
     ["Ann Hay; capacity=officer; post=Parish Clerk/Responsible Finance Officer", "Mr D L Roe; capacity=officer; post=Deputy Parish Clerk", "Mr D Ile"]),
    (MEMBERS, "Cllr A Hay and the Clerk – Ann Roe", ["Cllr A Hay", "Ann Roe; capacity=officer; post=Clerk"]),
    (MEMBERS, "Cllrs Hay and Lee. County Councillor Bob Low was in attendance with 9 members of the public", ["Cllrs Hay", "Lee"]),
    (MEMBERS, "Cllrs Hay, Fleet and Bridge", ["Cllrs Hay", "Fleet", "Bridge"]),
    (MEMBERS, "J P Candy, Seaton Ward\nMrs B Lloyd, Downderry Ward\nMrs Elisabeth (Billa) Edwards", ["J P Candy", "Mrs B Lloyd", "Mrs Elisabeth (Billa) Edwards"]),
    (MEMBERS, "Councillor Wilkes (Chair) Hughes, Dunn, Yates", ["Councillor Wilkes; role=chair", "Hughes", "Dunn", "Yates"]),
    (MEMBERS, "Cllr A Bell (Lab), Cllr C Dunn (Green Party)", ["Cllr A Bell; party=Lab", "Cllr C Dunn; party=Green Party"]),
    (OTHERS, "Mr S Kear, Finance Manager 2 Members of the public", ["Mr S Kear; capacity=officer; post=Finance Manager"]),
    (OTHERS, "S Vail (SV; Clerk) and P Ham (PH) District Councillor", ["S Vail; capacity=officer; post=Clerk; initials=SV", "P Ham; initials=PH"]),
    (MEMBERS, "John Duffy, Sean Farrell Frank Kilbride, Mae Sexton", ["John Duffy", "Mae Sexton"]),
    (OFFICERS, "Ms P Dale Deputy Head Teacher Members of the Leadership Team", ["Ms P Dale; post=Deputy Head Teacher"]),
    (OTHERS, "Ann Roe and two other residents", []),
    (OTHERS, "Mr J Bain, Area Manager, NIHE Ms A Poe, Planner", ["Mr J Bain; capacity=officer; post=Area Manager, NIHE", "Ms A Poe; capacity=officer; post=Planner"]),
    (OFFICERS, "Mr S Daly. Senior Engineer\nMr J Roe - Team Leader (Major Projects)", ["Mr S Daly; post=Senior Engineer", "Mr J Roe; post=Team Leader, Major Projects"]),
    (OFFICERS, "Mr W Poe Clerk to the Council\nK Hall, Treasurer Vote of Sympathy", ["Mr W Poe; post=Clerk to the Council", "K Hall; post=Treasurer"]),
    (MEMBERS, "The Mayor Councillor A Hay\nDeputy Mayor Councillor B Lee", ["Councillor A Hay; post=Mayor", "Councillor B Lee; post=Deputy Mayor"]),
    (MEMBERS, "Cllr A Hay\nABC Cllr B Lee", ["Cllr A Hay", "Cllr B Lee"]),
    (MEMBERS, "Scott Baillie, Margaret Baillie", ["Scott Baillie", "Margaret Baillie"]),
    (MEMBERS, "Cllr E Goodwin and one member of the public (Mrs L Bott)", ["Cllr E Goodwin"]),
    (OFFICERS, "Deputy Clerk and Mr T Wray", ["Mr T Wray"]),
    (APOLOGIES, "Chief Executive (J Bain), Cllr A Hay", ["J Bain; capacity=officer; post=Chief Executive", "Cllr A Hay; capacity=member"]),
    (APOLOGIES, "Cllr A Hay, Chief Executive (J Bain)", ["Cllr A Hay; capacity=member", "J Bain; capacity=officer; post=Chief Executive"]),
    (Label("present", "officer", post="Clerk"), "Ann Roe\nTom Wray", ["Ann Roe; post=Clerk", "Tom Wray"]),
    (APOLOGIES, "Cllr A Bell", ["Cllr A Bell; capacity=member"]),
    (APOLOGIES, "Cllrs Bell, Roe and Hay", ["Cllrs Bell; capacity=member", "Roe; capacity=member", "Hay; capacity=member"]),
    (APOLOGIES, "Mr P Jones (illness)", ["Mr P Jones"]),
    (APOLOGIES, "Jane Smith (Director of Finance)", ["Jane Smith; capacity=officer; post=Director of Finance"]),
    (APOLOGIES, "None", []),
    (CO_OPTED, "Mr B Allbut (Church of England)", ["Mr B Allbut; organisation=Church of England"]),
    (CO_OPTED, "Vacancy, Mrs Lisa Hall (Parent Governor)", ["Mrs Lisa Hall; post=Parent Governor"]),
]

# text | status | capacity | role | where what follows begins
LABELS = """
Present: | present | member | | 8
PRESENT | present | member | | 7
Present Cllr A Hay | present | member | | 7
In attendance: Mr J Doe | present | | | 15
Also present: | present | | | 13
Apologies | apologies | | | 9
Apologies: Cllr A Bell | apologies | | | 11
Absent: | absent | | | 7
Officers | present | officer | | 8
Officers present (virtually): | present | officer | | 29
In the Chair: Cllr A Hay | present | member | chair | 14
Clerk: Ann Roe | present | officer | | 7
Co-opted members: | present | co-opted | | 17
Members of the public: 4 | public | | | 23
Substitutes: | present | member | | 12
Cabinet Members in attendance | present | cabinet member | | 29
Visitors: | present | | | 9
Members | present | member | | 7
Attendees: | present | member | | 10
Sederunt | present | member | | 8
Guests - | present | | | 8
Councillors present: | present | member | | 20
Observers | present | | | 9
Attending:- Head of Law (S Rae) | present | | | 12
In attendance by invitation: Ann Roe | present | | | 29
Senior Management Team: Ann Roe | present | officer | | 24
Non-members in attendance: Head of Law | present | | | 27
"""

NO_LABELS = ["Apologies were received from", "Present at the meeting was an air of hope", "Officers reported that", "Mrs Smith", "Planning", "", "5 March"]

ABSENCES: list[tuple[str, list[str]]] = [
    ("Apologies were received from Cllr A Bell and Mr C Dee.", ["apologies Cllr A Bell", "apologies Mr C Dee"]),
    ("Apologies for absence were received from Councillors A Bell, C Dee and E Foy. The Chair welcomed all.", ["apologies Councillors A Bell", "apologies C Dee", "apologies E Foy"]),
    ("An apology was received from Mrs K Roe (Head of Law).", ["apologies Mrs K Roe"]),
    ("Apologies had been received from Cllr J. Hill, who was on leave, and the Clerk reported on the bins.", ["apologies Cllr J. Hill"]),
    ("Apologies from Cllrs Bell and Hay were accepted.", ["apologies Cllrs Bell", "apologies Hay"]),
    ("Cllr Bell sent his apologies.", ["apologies Cllr Bell"]),
    ("Cllr A Bell apologised for her absence due to illness.", ["apologies Cllr A Bell"]),
    ("The minutes were agreed. Mr T Wray had sent apologies.", ["apologies Mr T Wray"]),
    ("Cllr A Hay substituted for Cllr B Ray.", ["present Cllr A Hay for Cllr B Ray", "apologies Cllr B Ray"]),
    ("Councillor A Hay was present as substitute for Councillor B Ray.", ["present Councillor A Hay for Councillor B Ray", "apologies Councillor B Ray"]),
    ("No apologies were received.", []),
    ("Apologies were received from Cllr. P. Mace with Cllr S. Doe attending as his substitute.", ["apologies Cllr. P. Mace", "present Cllr S. Doe for Cllr. P. Mace"]),
    ("Apologies were received from Mr A Carr (Mr D Wood, Medical Director attended in his absence), Ms K Frost (Dr D Reeve attended as substitute) and Mr I Jay.",
     ["apologies Mr A Carr", "apologies Ms K Frost", "apologies Mr I Jay", "present Mr D Wood for Mr A Carr", "present Dr D Reeve for Ms K Frost"]),
    ("Apologies were received from Cllr J Cox (Cllr T Mason substituting) and Cllr S Burn (Cllr S Adams substituting).",
     ["apologies Cllr J Cox", "apologies Cllr S Burn", "present Cllr T Mason for Cllr J Cox", "present Cllr S Adams for Cllr S Burn"]),
    ("Apologies were received from Councillors Vera Allen (who was replaced by Cllr Angela Wilk), Nick Ben and Kim Bott.",
     ["apologies Councillors Vera Allen", "apologies Nick Ben", "apologies Kim Bott", "present Cllr Angela Wilk for Councillors Vera Allen"]),
    ("Apologies had been received from Mr Palmer, with Mr Bradshaw acting as substitute, Mr Waters, with Mr Dixon acting as substitute, and Mr Moreland.",
     ["apologies Mr Palmer", "apologies Mr Waters", "apologies Mr Moreland", "present Mr Bradshaw for Mr Palmer", "present Mr Dixon for Mr Waters"]),
    ("Apologies were received from Parish Councillor James Carr and Borough Councillor Ann Hay.",
     ["apologies Parish Councillor James Carr", "apologies Borough Councillor Ann Hay"]),
    ("Apologies were received from Councillor Moring and from Councillor Dent.", ["apologies Councillor Moring", "apologies Councillor Dent"]),
    ("Apologies were received from Mr Hay. There had been no apologies received from Mr Low.", ["apologies Mr Hay"]),
    ("Cllr Bell gave his apologies for having to leave the meeting early.", []),
    ("Cllr Dunn sent apologies that she would arrive late.", []),
    ("Apologies for lateness were received from Cllr Dunn.", []),
    ("Apologies were received from Cllr A Hay and the Police and Crime Commissioner, Ann Roe.", ["apologies Cllr A Hay", "apologies Ann Roe"]),
    ("Apologies: none.", []),
    ("Cllrs James Marsh, Ann Roe and Bob Low attended the meeting as substitutes.", ["present Cllrs James Marsh", "present Ann Roe", "present Bob Low"]),
    ("The substitute bench was repaired.", []),
    # For one meeting, and so in no seat.
    ("Councillor P Moss was replaced by Councillor Reed and Councillor Fenn was replaced by Councillor T. Holt for this meeting.",
     ["present Councillor Reed for Councillor P Moss", "present Councillor T. Holt for Councillor Fenn"]),
    ("Cllr P Moss had been substituted by Cllr J Reed for the evening.", ["present Cllr J Reed for Cllr P Moss"]),
    ("Councillor Moss was replaced by Councillor Reed on the Pensions Board.", []),
    ("Councillor Moss was replaced by Councillor Reed as Chair of the Committee.", []),
]


def expected(label: Label, row: str) -> dict[str, str]:
    name, *rest = row.split("; ")
    own = {"name": name, "status": label.status, "capacity": label.capacity} | dict(part.split("=", 1) for part in rest)
    return {key: words for key, words in own.items() if words}


@pytest.mark.parametrize("label,text,rows", LISTS)
def test_a_list_becomes_entries(label: Label, text: str, rows: list[str]) -> None:
    assert [told(entry) for entry in read(passage(text), label)] == [expected(label, row) for row in rows]


@pytest.mark.parametrize("line", LABELS.strip("\n").splitlines())
def test_labels(line: str) -> None:
    text, status, capacity, role, begins = (cell.strip() for cell in line.split("|"))
    found = label_of(text)
    assert found is not None
    assert (found[0].status, found[0].capacity, found[0].role, found[1]) == (status, capacity, role, int(begins))


@pytest.mark.parametrize("text", NO_LABELS)
def test_what_is_no_label(text: str) -> None:
    assert label_of(text) is None


def test_a_label_that_no_list_has_takes_over_from_the_one_it_parts() -> None:
    members = Label("present", "member", text="Present")
    parted, other = other_label("Conservative Group:", under=members), other_label("Responsible authorities:")
    assert parted is not None
    assert other is not None
    assert (parted[0].capacity, other[0].capacity) == ("member", "")
    assert other_label("Mrs Smith:") is None
    assert other_label("A sentence that goes on for far too many words to be one:") is None


@pytest.mark.parametrize("text,rows", ABSENCES)
def test_sentences_about_absence(text: str, rows: list[str]) -> None:
    found = [told(entry) for entry in absences.find(passage(text))]
    assert [f"{e['status']} {e['name']}" + (f" for {e['for']}" if "for" in e else "") for e in found] == rows


def test_why_somebody_is_away_is_not_kept() -> None:
    (entry,) = read(passage("Mr P Jones (work commitments)"), APOLOGIES)
    assert (entry.post, entry.passage.text) == ("", "Mr P Jones")


@pytest.mark.parametrize("presiding", ["The Mayor, Cllr. Una Quill presided.", "The Provost, Cllr. U. Quill, chaired the meeting."])
def test_who_presided_is_told_of_nobody_in_the_sentence_before(presiding: str) -> None:
    lists = f"Present: Councillors T. Merrow, U. Quill. Ms. Nora Vale, Senior Planner. {presiding} Cllr. T. Merrow then asked about the ferry."
    paper = divide(document(f"Minutes of the Meeting of Vale County Council held on Tuesday, 5th March, 2019 at 7.00 p.m.\n\n{lists}\n"))
    [vale] = [told(entry) for entry in paper.entries if entry.name and entry.name.surname == "Vale"]
    assert (vale["post"], vale.get("role", "")) == ("Senior Planner", "")


def test_a_table_of_people() -> None:
    table = "| Name | Ward | Attendance |\n| Cllr A Hay (Chair) | North | Present |\n| Cllr B Lee | South | Apologies |\n| Mr C Dee | | Absent |\n"
    paper = divide(document(f"Planning Panel\n5 March 2019\n{table}1. Apologies\nNone.\n2. Minutes\nAgreed.\n3. Close\nDone.\n"))
    assert [(e["name"], e["status"], e.get("role", "")) for e in map(told, paper.entries)] == [
        ("Cllr A Hay", "present", "chair"),
        ("Cllr B Lee", "apologies", ""),
        ("Mr C Dee", "absent", ""),
    ]


# The lines of a list | who is on it, with status and capacity
BOARDS = [
    ("Panel: Professor Sir Nigel Ash (Chairman), Baroness Stow (DCLG), Cllr Tim Fell (London Borough of Redbridge)",
     "Professor Sir Nigel Ash present member|Baroness Stow present member|Cllr Tim Fell present member"),
    ("Panel: Transport", ""),
    ("I L\u00e1thair / Present:\nCathaoirleach: Cllr. P\u00e1draig \u00d3 S\u00e9\nMembers: Cllrs. T. O'Dwyer, J.J. Lynch",
     "Cllr. P\u00e1draig \u00d3 S\u00e9 present member|Cllrs. T. O'Dwyer present member|J.J. Lynch present member"),
    ("In attendance: D Munro, Head of Service; Clerk (J Isbister)", "D Munro present officer|J Isbister present officer"),
    ("Apologies: Ann Hay, Bob Low\nSecretariat: Ida Bell and Dan Ross (DCLG)",
     "Ann Hay apologies |Bob Low apologies |Ida Bell present officer|Dan Ross present officer"),
    ("Attendees\nBob Barr (BB)\n2:30o\nAnn Hay (AH)", "Bob Barr present member|Ann Hay present member"),
    ("Apologies\nRoger Taylor (RT)\nBIS Observer (BIS)", "Roger Taylor apologies "),
]  # fmt: skip


@pytest.mark.parametrize("text,expected", BOARDS, ids=[row[0][:25] for row in BOARDS])
def test_the_lists_of_boards(text: str, expected: str) -> None:
    paper = divide(document(f"Data Panel\n5 March 2019\n{text}\n1. Minutes\nAgreed.\n2. Risk\nNoted.\n3. Close\n"))
    found = [(paper.document.quote(entry.name_span), entry.status, entry.capacity) for entry in paper.entries if entry.name_span]
    assert "|".join(" ".join(entry) for entry in found) == expected
    assert not any(entry.post[:1].isdigit() for entry in paper.entries)
    assert paper.header.council is None


# The lists | each person: name, status, capacity, post
UNDER = [
    ("Officers in Mr A Hay, Chief Executive Attendance: Ms B Lee, Director of Places", "Mr A Hay present officer Chief Executive; Ms B Lee present officer Director of Places"),
    ("Members Present Tom Lee, Ann Hay", "Tom Lee present member; Ann Hay present member"),
    ("In attendance\nCouncillors A Hay, B Lee, C Dee, and Jane Poe, the temporary clerk, was in attendance.", "Councillors A Hay present; B Lee present; C Dee present; Jane Poe present officer the temporary clerk"),
    ("Present: Cllr A Hay was present as was J Poe Parish Clerk.\nOpen Forum", "Cllr A Hay present member"),
    ("Present: Ann Hay, Tom Lee, Although the chair was late nobody minded", "Ann Hay present member; Tom Lee present member"),
    ("Chair: Cllr A Hay\nCllrs: B Lee and C Dee\nOfficials: Jane Smith, Tom Wray",
     "Cllr A Hay present member; B Lee present member; C Dee present member; Jane Smith present officer; Tom Wray present officer"),
    ("Chair: Cllr A Hay\nTelephone 01234 567", ""),
    ("Councillors present: Bell, Dunn (Vice-Chair) and Hay", "Bell present member; Dunn present member; Hay present member"),
    ("Cathaoirleach:-Cllr A Hay\nPresent:Cllrs B Lee, C Dee", "Cllr A Hay present member; Cllrs B Lee present member; C Dee present member"),
    ("PRESENT Mr A Hay (Chair)\nCounty Councillors B Lee, C Dee", "Mr A Hay present member; County Councillors B Lee present member; C Dee present member"),
    # Rows below a name that say for whom somebody sits; lists under the sentence about apologies are of those away, whatever their label.
    ("Members\n\nRole\n\nAnn HAY\n\nNominated by the Health Board (Elected Member)\n\nTom LEE\n\nNominated by Vale Council",
     "Ann HAY present member Elected Member; Tom LEE present member"),
    ("Present: Cllr A Hay\n\nApologies were submitted on behalf of:-\n\nMembers\n\nCllr B Lee\n\nOfficers\n\nJane Smith",
     "Cllr A Hay present member; Cllr B Lee apologies member; Jane Smith apologies officer"),
    ("Chair: Cllr A Hay\nParish Councillors: B Lee and C Dee\nAlso present: Jane Smith (Clerk)", "Cllr A Hay present member; B Lee present member; C Dee present member; Jane Smith present officer Clerk"),
    ("Present: Cllr A Hay\nMembers attending in accordance with Standing Orders 8 and 25:-\nCouncillors Lee, Dee", "Cllr A Hay present member; Councillors Lee present; Dee present"),
    ("In attendance: Jane Smith, Solicitor\n\nApologies from members.\nCouncillors Lee and Dee", "Jane Smith present officer Solicitor"),
    # Whoever was absent has not sent apologies by that.
    ("Present: Cllr A Hay\n\nApologies:\nCllr B Lee\n\nNON-ATTENDANCE\nMr P Lake", "Cllr A Hay present member; Cllr B Lee apologies member; Mr P Lake absent"),
    ("Attendance Details\nCouncillor J Hay (Chairman); Councillors Mrs A Lee, B Dee", "Councillor J Hay present member; Councillors Mrs A Lee present member; B Dee present member"),
    ("Present: Cllr A Hay\n\nApologies:\nCllr B Lee\n\nOfficers\nJane Smith", "Cllr A Hay present member; Cllr B Lee apologies member; Jane Smith present officer"),
    ("Members: Cllr A Hay\nNon-members in attendance at request of the Chief Officer:-\nJane Smith, Head of Planning", "Cllr A Hay present member; Jane Smith present officer Head of Planning"),
    ("Officers in attendance\n| Name | Post |\n| Jane Smith | Head of Planning |\n| Tom Wray | Solicitor |", "Jane Smith present officer Head of Planning; Tom Wray present officer Solicitor"),
    ("Apologies\n| Name | Post |\n| Jane Smith | Head of Planning |", "Jane Smith apologies officer Head of Planning"),
    ("Present: Cllr A Hay\nFrom the Town: Jane Smith, Head of Planning\nVenue: Town Hall", "Cllr A Hay present member"),
    ("Clerk: Karen Poe\nPlus eight members of the public\n\nResignation of Cllr Ali Brown - Casual vacancy", "Karen Poe present officer Clerk"),
    ("Also attended: Jane Hill (Assistant Director for\n\nFamilies, Communities and Partnerships),\n\nDeb Hart (Commissioner)", "Jane Hill present officer Assistant Director for Families, Communities and Partnerships; Deb Hart present officer Commissioner"),
    ("Present: Cllr A Hay\nAt the outset Councillor Dee proposed a vote of sympathy to Mrs Ann Roe", "Cllr A Hay present member"),
    ("Present: Cllr A Hay\nOn behalf of the Council the Chair wished a speedy recovery to Cllr Bob Low and Mrs Jo Low", "Cllr A Hay present member"),
    ("Held in the Hall, when there were present:\nCllr A Hay\nCllr B Lee", "Cllr A Hay present member; Cllr B Lee present member"),
    ("The other Councillors present were:-\nCllrs A Hay, B Lee", "Cllrs A Hay present member; B Lee present member"),
    ("Presennol / Present: Cyng. A Hay, Cyng/Cllr B Lee\nYmddiheuriadau / Apologies: Cyng. C Dee", "Cyng. A Hay present member; Cyng/Cllr B Lee present member; Cyng. C Dee apologies member"),
    ("Present: Cllr A Hay\n| Attendee | Role | Attendance |\n| Cllr B Lee | Member | Present |\n| Cllr C Dee | Member | Expected |", "Cllr A Hay present member; Cllr B Lee present member Member"),
    ("Present: Cllr A Hay\nBy telephone: Cllr B Lee", "Cllr A Hay present member; Cllr B Lee present member"),
    ("Present: Cllr A Hay\nAbsent without leave: Cllr B Lee\nDeclined: Cllr C Dee", "Cllr A Hay present member"),
    ("In attendance: Head of Planning: Jane Smith\nSolicitor: Tom Wray", "Jane Smith present officer Head of Planning; Tom Wray present officer Solicitor"),
]  # fmt: skip


@pytest.mark.parametrize(
    "items, rows",
    [
        ("1. Apologies for absence\n\nApologies were received from:\n\nSchool members\nAnn Hay, Tom Lee\n\nOfficers\nNone\n", ["Ann Hay apologies", "Tom Lee apologies"]),
        ("1. Apologies were received from Mr A Hay, Mr B Lee and Mrs C Dee\n", ["Mr A Hay apologies", "Mr B Lee apologies", "Mrs C Dee apologies"]),
        ("1. Apologies: Councillors Dormer and Lyne. It was resolved unanimously to accept these.\n", ["Councillors Dormer apologies", "Lyne apologies"]),
        ("1. There were apologies for absence from Councillor Dormer.\n", ["Councillor Dormer apologies"]),
        ("1. Apologies: Councillor Dormer reported that nobody was away. It was noted.\n", []),
        ("1. MEMBERS PRESENT Cllrs. A Hay (Mayor), B Lee and C Dee\n", ["Cllrs. A Hay present", "B Lee present", "C Dee present"]),
    ],
)
def test_lists_in_the_first_item(items: str, rows: list[str]) -> None:
    found = divide(document(f"Minutes of Vale Town Council, 5 March 2019\n\n{items}2. Minutes\n\nAgreed.\n3. Close\n\nThe meeting ended.\n")).entries
    assert [f"{e.name.printed if e.name else ''} {e.status}" for e in found] == rows


@pytest.mark.parametrize(
    "body, present, capacities",
    [
        ("Vale Parish Council", "Cllr A Hay, Cllr B Lee, County Cllr C Dee", ["member", "member", "guest"]),
        ("Vale County Council", "County Cllr A Hay, County Cllr B Lee", ["member", "member"]),
        ("Vale Community Council", "Ann Hay, Tom Lee, Jane Dee, Cllr R Foy", ["member", "member", "member", "guest"]),
        ("Vale Community Council", "Councillors Mr A Hay, Mrs B Lee, Mr C Dee, Mrs D Foy", ["member", "member", "member", "member"]),
        ("Vale Community Council", "Cllr A Hay, Cllr B Lee, Jane Dee", ["member", "member", "member"]),
    ],
)
def test_councillors_of_another_council_are_guests_of_a_parish(body: str, present: str, capacities: list[str]) -> None:
    found = divide(document(f"Minutes of {body} held on 5 March 2019\n\nPresent: {present}\n\n1. Minutes\n\nAgreed.\n2. Close\n")).entries
    assert [entry.capacity for entry in found] == capacities


def test_each_point_of_a_page_may_be_numbered_one() -> None:
    found = divide(document("Vale Parish Meeting, 5 March 2019\n\n1. Attendance: Cllr A Hay, Jane Dee (Clerk).\n\n1. Apologies: Cllr B Lee.\n\n1. Reports\n")).entries
    assert [(e.name.printed if e.name else "", e.status) for e in found] == [("Cllr A Hay", "present"), ("Jane Dee", "present"), ("Cllr B Lee", "apologies")]


def test_names_below_the_sentence_about_apologies() -> None:
    items = "1. Apologies for absence\n\nThere were 2 apologies for absence:\n\nCllr A Hay\n\nMiss B Lee\n\n2. Minutes\n\nAgreed.\n\n3. Close\n"
    found = divide(document(f"Minutes of Vale Joint Committee, 5 March 2019\n\n{items}")).entries
    assert [(e["name"], e["status"]) for e in map(told, found)] == [("Cllr A Hay", "apologies"), ("Miss B Lee", "apologies")]


def test_a_title_is_the_label_of_the_list_below_it() -> None:
    items = "1. Present\n\nCllr A Hay (Chair), Mr B Lee & Mrs C Dee (Clerk).\n\n2. Apologies\n\nwere received from: Cllr D Foy\n\n3. Minutes\n\nAgreed.\n"
    found = divide(document(f"Minutes of Vale Community Council, 5 March 2019\n\n{items}")).entries
    assert [(e["name"], e["status"], e["capacity"]) for e in map(told, found)] == [
        ("Cllr A Hay", "present", "member"), ("Mr B Lee", "present", "member"), ("Mrs C Dee", "present", "officer"), ("Cllr D Foy", "apologies", "member"),
    ]  # fmt: skip


@pytest.mark.parametrize("lists,people", UNDER)
def test_what_stands_under_a_label(lists: str, people: str) -> None:
    found = divide(document(f"Planning Committee\n5 March 2019\n\n{lists}\n\n1. Minutes\nAgreed.\n2. Close\n")).entries
    rows = [" ".join(filter(None, (e.name.printed if e.name else "", e.status, e.capacity, e.post))) for e in found]
    assert "; ".join(rows) == people


EARLIER = "DALE HARBOUR BOARD MINUTES OF A MEETING HELD ON {day} AT THE QUAY\n\nMEMBERS PRESENT:\nMr A Hay, Mrs B Lee\n"


@pytest.mark.parametrize("day,names", [("TUESDAY 4 JUNE 2024", []), ("MONDAY 9 SEPTEMBER 2024", ["Mr A Hay", "Mrs B Lee"])])
def test_who_was_at_an_earlier_meeting_whose_minutes_are_pasted_behind_was_not_at_this_one(day: str, names: list[str]) -> None:
    text = f"DALE HARBOUR BOARD\nMEETING TO BE HELD ON MONDAY 9 SEPTEMBER 2024\n\nAGENDA\n\nTo consider the dredging of the inner basin\n\n{EARLIER.format(day=day)}"
    assert [entry.name.printed for entry in divide(document(text)).entries if entry.name] == names


@pytest.mark.parametrize("item", ["The minutes of the meeting held on 4 June 2024 were agreed.", "To approve the minutes of the meeting held on 4 June 2024"])
def test_the_minutes_that_a_meeting_agrees_open_no_other_meeting(item: str) -> None:
    text = f"DALE HARBOUR BOARD\nMonday 9 September 2024\n\n{item}\n\n1. Present:\nMr A Hay, Mrs B Lee\n2. Dredging\nNoted.\n"
    assert [entry.name.printed for entry in divide(document(text)).entries if entry.name] == ["Mr A Hay", "Mrs B Lee"]
