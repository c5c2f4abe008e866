"""First names that are common in England: they tell a surname ("Sarah Bolton") from the place. Data only."""

from __future__ import annotations

_NAMES = """
aaron abby abdul abdullah abigail adam adele adrian ahmed aidan aisha alan alana alastair albert alec alex alexander
alexandra alexis alfie alfred ali alice alison alistair allan allison alma aman amanda amber amelia amina amir amit
amy ana anastasia andre andrea andrew andy angela angus anil anisa anita ann anna annabel anne annette annie anthony
antonia anwar anya april archie arif arjun arnold arthur arun asad asha ashok asif audrey ayesha barbara barry
beatrice becky belinda ben benjamin bernadette bernard beth bethany betty bev beverley bill billy bob bobby bonnie
brandon brenda brendan brian bridget bruce bryan bryony caitlin callum calum cameron camilla carl carla carly carmel
carol carole caroline carolyn carrie caspar cassandra catherine cathy cecilia celia charles charlie charlotte
chelsea cherry cheryl chloe chris christian christina christine christopher ciara claire clara clare claudia cliff
clifford clive colette colin colleen connor conor craig cynthia daisy damian damien dan dana daniel danielle danny
darren darryl dave david dawn dean debbie deborah debra declan deepa deirdre delia denis denise dennis derek desmond
diana diane dianne dina dominic don donald donna doreen doris dorothy doug douglas duncan dylan ed eddie edith
edward edwin eileen elaine eleanor elena elizabeth ella ellen ellie elliot ellis elsie emily emma emmanuel enid eric
erica erin esme esther ethan eugene eva eve evelyn ewan farah farhan fatima faye felicity felix fergus fiona flora
florence frances francesca francis frank frankie fred freda frederick freya gabriel gabrielle gail gareth garry gary
gavin gemma gene geoff geoffrey george georgia georgina gerald geraldine gerard gerry gill gillian gina giovanni
gladys glen glenn gloria glynis gordon grace graeme graham grant greg gregory greta guy gwen hanif hannah harold
harpreet harriet harrison harry harvey hasan hassan hayley hazel heather hector heidi helen helena henrietta henry
hilary holly howard hugh hugo hussain ian ibrahim imogen imran india ingrid irene iris isaac isabel isabella
isabelle isla ismail ivan ivor ivy jack jackie jacob jacqueline jacqui jade jake jamal james jamie jan jane janet
janice janine jared jasmin jasmine jason jasper javed jay jayne jean jeanette jeff jeffrey jenna jennie jennifer
jenny jeremy jerome jerry jess jessica jessie jill jim jimmy jo joan joann joanna joanne jocelyn jodie joe joel john
johnny jon jonathan jordan joseph josephine josh joshua joy joyce juan judith judy julia julian julianne julie
juliet june justin kamal karen karim karl kate katherine kathleen kathryn kathy katie katrina kay kayleigh keira
keith kelly ken kenneth kerry kevin khalid kieran kim kimberley kiran kirsten kirsty kit krishna kristen kristina
kwame kyle kylie lara laura lauren laurence lawrence layla leah leanne lee leila len lena leo leon leona leonard
leroy lesley leslie lewis liam libby lily linda lindsay lindsey lisa liz lizzie lloyd lois lola loretta lorna
lorraine louis louisa louise luca lucas lucinda lucy luis luke lydia lyn lynda lynette lynn lynne mabel maddie
madeleine maggie mahmood malcolm mandy manjit manuel marc marcia marcus margaret margot maria mariam marian marie
marilyn marina mario marion marjorie mark marlene martha martin martyn marvin mary maryam mathew matilda matt
matthew maureen maurice mavis max maxine maya megan mehmet mel melanie melissa melvin meredith mervyn mia michael
michaela michelle mick miguel mike mildred miles millie milly miriam mohamed mohammad mohammed moira molly mona
monica morag moses muhammad muriel myra nadia nadine nancy naomi nasreen nasser natalia natalie natasha nathan
nathaniel neal neil nell nellie neville niall nicholas nick nicki nicky nicola nicole nigel nikki nina noah noel
noor nora noreen norma norman olga olive oliver olivia omar oscar owen paige pam pamela parveen pat patricia patrick
paul paula pauline pearl peggy penelope penny pete peter petra phil philip philippa phillip phoebe phyllis pippa
polly poppy priya quentin rachael rachel rahul raj rajesh ralph ramesh randall raquel rashid ravi ray raymond
rebecca reece reg reginald rehana rene rhys ricardo richard rick ricky rita rob robbie robert roberta roberto robin
roderick rodney roger roland ron ronald ronnie rory rosa rosalind rosamund rose rosemary rosie ross rowan roy ruby
rukhsana rupert russell ruth ryan saad sabrina sadie safia saima sajid salim sally salma sam samantha samir samuel
sandeep sandra sanjay sara sarah saskia scott sean sebastian selina serena seth shabana shabir shahid shane shannon
sharon shaun shauna shazia sheila shelley shirley sian sidney sienna silvia simon simone siobhan sita sofia sonia
sophia sophie spencer stacey stan stanley stella stephanie stephen steve steven stewart stuart sue suki sunita
surinder susan susanna susannah susie suzanne sybil sylvia tabitha tahir tamara tamsin tania tanya tara tariq tasha
ted terence teresa terri terry tess tessa thea thelma theo theresa thomas tiffany tim timothy tina tobias toby todd
tom tommy toni tony tracey tracy trevor tricia trisha trudy umar una ursula usha usman valerie vanessa vera verity
vernon veronica vicki vicky victor victoria vijay vikram vince vincent viola violet virginia vivian vivien vivienne
wahid wallace walter wanda warren wayne wendy wilfred will william willie winifred winston xavier yasmin yusuf
yvette yvonne zac zach zachary zainab zara zoe zubair
"""

FIRST_NAMES = frozenset(_NAMES.split())
